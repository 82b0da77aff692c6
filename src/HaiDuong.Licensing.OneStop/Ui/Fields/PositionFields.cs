using System.Text.Json;
using HaiDuong.Licensing.Domain;

namespace HaiDuong.Licensing.OneStop.Ui.Fields;

/// <summary>What stands beside the field of a latitude, so that the position of a person's own device can fill in both.</summary>
/// <param name="Longitude">Name of the field of the longitude.</param>
/// <param name="Taken">Where a position must lie for both fields to take it.</param>
public sealed record PositionFields(string Longitude, GeoBox Taken)
{
    /// <summary>The two corners, as the script reads them.</summary>
    public string Corners => JsonSerializer.Serialize(new[] { new[] { Taken.South, Taken.West }, [Taken.North, Taken.East] });
}
