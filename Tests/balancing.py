"""A proxy in front of several servers, as small as can be: each connection goes to the next server in turn that answers."""
import asyncio
import contextlib
import threading


class RoundRobin:
    """Runs from `with` to its end; `address` is where clients go. `servers` may be changed meanwhile."""

    def __init__(self, servers):
        self.servers, self.turn, self.address = list(servers), 0, None

    def __enter__(self):
        started = threading.Event()
        self.thread = threading.Thread(target=asyncio.run, args=(self._serve(started),), daemon=True)
        self.thread.start()
        started.wait()
        return self

    def __exit__(self, *_):
        self.loop.call_soon_threadsafe(self.ended.set)
        self.thread.join()

    async def _serve(self, started):
        self.loop, self.ended = asyncio.get_running_loop(), asyncio.Event()
        listener = await asyncio.start_server(self._pass_on, "127.0.0.1", 0)
        self.address = "http://127.0.0.1:%d" % listener.sockets[0].getsockname()[1]
        started.set()
        await self.ended.wait()
        listener.close()

    async def _pass_on(self, reader, writer):
        with contextlib.suppress(OSError):
            far_reader, far_writer = await self._connect()
            await asyncio.gather(self._pipe(reader, far_writer), self._pipe(far_reader, writer))
        writer.close()

    async def _connect(self):
        for _ in range(len(self.servers)):
            self.turn += 1
            host, port = self.servers[self.turn % len(self.servers)].removeprefix("http://").split(":")
            with contextlib.suppress(ConnectionRefusedError):
                return await asyncio.open_connection(host, int(port))
        raise ConnectionRefusedError

    async def _pipe(self, reader, writer):
        with contextlib.suppress(OSError):
            while data := await reader.read(65536):
                writer.write(data)
                await writer.drain()
        with contextlib.suppress(OSError):
            writer.close()
