using NodaTime;

namespace HaiDuong.Licensing.OneStop.Mail;

/// <summary>Cầu dao: while the mail server is away nobody asks it, but one mail after each pause that tells whether it is back.</summary>
public sealed class MailCircuit
{
    private static readonly Duration ShortestPause = Duration.FromSeconds(30);
    private static readonly Duration LongestPause = Duration.FromMinutes(5);
    private readonly Lock door = new();
    private Instant openUntil = Instant.MinValue;
    private Duration pause = ShortestPause;

    /// <summary>Whether mails may be sent now.</summary>
    public bool IsClosed(Instant now)
    {
        lock (door)
            return now >= openUntil;
    }

    /// <summary>The server was away; true for the first who says so since it was last asked.</summary>
    public bool Trip(Instant now)
    {
        lock (door)
        {
            if (now < openUntil)
                return false;
            openUntil = now + pause;
            pause = Duration.Min(pause * 2, LongestPause);
            return true;
        }
    }

    /// <summary>The server took a mail.</summary>
    public void Close()
    {
        lock (door)
            (openUntil, pause) = (Instant.MinValue, ShortestPause);
    }
}

/// <summary>No mail can leave at present, whichever it is: the server does not answer, refuses the log-in, or the folder cannot be written.</summary>
public sealed class MailServerAwayException : Exception
{
    public MailServerAwayException(string message)
        : base(message) { }

    public MailServerAwayException(string message, Exception inner)
        : base(message, inner) { }

    public MailServerAwayException() { }
}
