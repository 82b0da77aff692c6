namespace HaiDuong.Licensing.OneStop.Mail;

/// <summary>One text message to one telephone; sending it again under its id is recognised as the same message.</summary>
public sealed record SmsMessage(string Id, string Phone, string Text);

/// <summary>Carries text messages away: by whatever gateway an installation has, or into a folder where one can look at them.</summary>
public interface ISmsTransport
{
    /// <summary>Returns when the message is taken over. A fault is thrown and the caller tries again later with the same id.</summary>
    Task SendAsync(SmsMessage message, CancellationToken cancellationToken);
}
