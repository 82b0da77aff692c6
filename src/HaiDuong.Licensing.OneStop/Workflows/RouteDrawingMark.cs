namespace HaiDuong.Licensing.OneStop.Workflows;

/// <summary>What the drawing says at a waiting step: who has it, since when, until when; as texts ready to show.</summary>
public sealed record RouteDrawingMark(string StepId, string? Who, string? Since, string? Due);
