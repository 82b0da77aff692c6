namespace HaiDuong.Licensing.OneStop.Ui.Layout;

/// <summary>A page about a procedure or a dossier: its frame names the department that will issue the result, and the counter that serves it.</summary>
public interface IAboutDivision
{
    /// <summary>The division that handles it.</summary>
    string? DivisionKey { get; }
}
