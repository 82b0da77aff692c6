namespace HaiDuong.Licensing.Demo;

/// <summary>What happens to the dossier on its way.</summary>
public enum JourneyPath
{
    /// <summary>Everything goes well; the result grants.</summary>
    Grant,

    /// <summary>The specialist asks for a supplement, which comes.</summary>
    Supplement,

    /// <summary>The result refuses.</summary>
    Refuse,

    /// <summary>The applicant withdraws after acceptance and the head agrees.</summary>
    Withdraw,

    /// <summary>The head apologises and the result is later even than the new date.</summary>
    Overdue,

    /// <summary>The counter refuses to take the dossier in.</summary>
    TurnAway,

    /// <summary>The asked supplement never comes and the dossier is stopped.</summary>
    Expire,
}
