namespace HaiDuong.Licensing.Domain.Procedures;

/// <summary>Whether the procedure is one of the 46 that the department says it has (46 thủ tục hành chính của Sở). The official list was not found.</summary>
public enum Cat46
{
    /// <summary>Probably one of them.</summary>
    Likely,

    /// <summary>One of them in former years.</summary>
    Historic,

    /// <summary>Not known.</summary>
    Unknown,

    /// <summary>Not one of them: later law, internal work, or a procedure of the ministry.</summary>
    No,
}
