namespace HaiDuong.Licensing.OneStop.Storage.Files;

/// <summary>
/// Lets a library read a file that a stranger made, within a time and with few at once. A reader that does not come to its end in time is
/// left behind; it keeps its place until it does, so that however many such files come, they never take the whole machine.
/// </summary>
public static class ParseBudget
{
    /// <summary>A whole file of the largest size is read in a fraction of this.</summary>
    public static readonly TimeSpan Usual = TimeSpan.FromSeconds(10);

    private static readonly SemaphoreSlim Places = new(Math.Max(2, Environment.ProcessorCount));

    /// <param name="parse">Asks its token often and ends with <see cref="OperationCanceledException"/>.</param>
    /// <param name="limit">Of the waiting for a place and of the reading, each.</param>
    /// <param name="cancel">Whoever waits has gone.</param>
    /// <exception cref="TimeoutException">The time is over.</exception>
    public static async Task<T> RunAsync<T>(Func<CancellationToken, T> parse, TimeSpan limit, CancellationToken cancel)
    {
        if (!await Places.WaitAsync(limit, cancel))
            throw new TimeoutException("Too many files are being read.");
        using var budget = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        budget.CancelAfter(limit);
        var token = budget.Token;
        var work = Task.Run(
            () =>
            {
                try
                {
                    return parse(token);
                }
                finally
                {
                    Places.Release();
                }
            },
            CancellationToken.None
        );
        try
        {
            return await work.WaitAsync(token);
        }
        catch (OperationCanceledException late) when (!cancel.IsCancellationRequested)
        {
            throw new TimeoutException("The file was not read in time.", late);
        }
    }
}
