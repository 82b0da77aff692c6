namespace HaiDuong.Licensing.OneStop.Ui.Words;

/// <summary>Names the resources (UiText.resx) that hold the words of the components themselves.</summary>
public sealed class UiText;
