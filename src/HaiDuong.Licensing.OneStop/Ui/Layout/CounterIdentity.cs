namespace HaiDuong.Licensing.OneStop.Ui.Layout;

/// <summary>Quầy tiếp nhận và trả kết quả, as the pages show it today. Empty parts are left out.</summary>
/// <param name="Name">The unit that keeps the counter.</param>
/// <param name="Address">Where it is.</param>
/// <param name="Day">The next working day, today included, for people to read.</param>
/// <param name="Hours">When it is open on that day.</param>
/// <param name="Phone">Its telephone.</param>
/// <param name="Website">Its site, without the scheme.</param>
public sealed record CounterIdentity(string Name, string Address, string Day, string Hours, string Phone, string Website);
