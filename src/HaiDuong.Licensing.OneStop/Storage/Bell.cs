namespace HaiDuong.Licensing.OneStop.Storage;

/// <summary>
/// Rings when this process has committed something that a background service does at once; what a process misses, the recurring job does.
/// </summary>
public abstract class Bell : IDisposable
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

    public void Dispose()
    {
        rung.Dispose();
        GC.SuppressFinalize(this);
    }
}

/// <summary>Rings when mails were owed.</summary>
public sealed class OutboxBell : Bell;

/// <summary>Rings when somebody started work on many dossiers.</summary>
public sealed class BatchBell : Bell;
