using System.Runtime.InteropServices;

namespace HaiDuong.Licensing.Domain.Routes;

/// <summary>Where the designer put a node (vị trí trên bản vẽ), in pixels of its canvas.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct DesignerPosition(double X, double Y);
