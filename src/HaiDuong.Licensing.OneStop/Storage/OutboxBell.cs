namespace HaiDuong.Licensing.OneStop.Storage;

/// <summary>
/// Rung after a commit that owes a notice, so that the sender of this process need not wait for its minute. A missed ring costs nothing but time.
/// </summary>
public sealed class OutboxBell : IDisposable
{
    private readonly SemaphoreSlim rung = new(0);

    public void Ring()
    {
        // Rung once is enough however many commits follow before somebody listens.
        if (rung.CurrentCount == 0)
            rung.Release();
    }

    public async Task WaitAsync(CancellationToken cancel)
    {
        await rung.WaitAsync(cancel);
        while (rung.Wait(0, CancellationToken.None)) { }
    }

    public void Dispose() => rung.Dispose();
}
