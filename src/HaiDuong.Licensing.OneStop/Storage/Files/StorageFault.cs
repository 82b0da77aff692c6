namespace HaiDuong.Licensing.OneStop.Storage.Files;

/// <summary>Our own disk failed, as opposed to the sender's connection.</summary>
internal sealed class StorageFault : Exception
{
    public StorageFault(string message, Exception inner)
        : base(message, inner) { }

    public StorageFault() { }

    public StorageFault(string message)
        : base(message) { }

    public static T Guard<T>(Func<T> act)
    {
        try
        {
            return act();
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new StorageFault("The file store cannot be written.", problem);
        }
    }

    public static void Guard(Action act) =>
        Guard(() =>
        {
            act();
            return true;
        });

    public static void Ignore(Action act)
    {
        try
        {
            act();
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            // A leftover is swept later.
        }
    }
}
