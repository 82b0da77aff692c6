using HaiDuong.Licensing.OneStop.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NUnit.Framework;

namespace HaiDuong.Licensing.IntegrationTests.Desks;

public sealed partial class DossierPageTests
{
    [Test]
    public async Task Search_ByWhateverIsKnown_FindsTheDossier()
    {
        var id = await host.AcceptedDossierAsync();
        await host.AtDeskAsync(desk =>
            desk.GetRequiredService<OfficeDbContext>()
                .Database.ExecuteSqlAsync(
                    $"""
                    UPDATE dossiers SET applicant = jsonb_set(applicant, ARRAY['email'], to_jsonb('Van.Phong@thpt-nguyentrai.edu.vn'::text)),
                        hand_over = jsonb_build_object('receiverName', 'Đoàn Thị Thử', 'receiverIdentityNumber', '030085001234', 'by', 'Counter', 'handedBy', 'x',
                            'at', '2025-09-08T09:00:00') WHERE id = {id};
                    INSERT INTO places (id, kind, key, name, owner, owner_is_person, address, latitude, longitude, dossier_id, is_demo, recorded_at)
                    VALUES ({id}, 'mast', {id.ToString()}, 'Trạm thử Cầu Phú Lương', 'Trường', false, 'Ngọc Châu', 20.94, 106.33, {id}, false, now())
                    """
                )
        );
        string[] known =
        [
            "+84 220 385 2345",
            "VAN.PHONG@thpt-nguyentrai.edu.vn",
            "kỷ yếu 100 năm",
            "ky yeu, 100 nam THANH LAP",
            "thành lập kỷ yếu",
            "doan thi thu",
            "030085001234",
            "cau phu luo",
        ];
        var clerk = await host.AsAsync("mot-cua");
        foreach (var text in known)
        foreach (var page in new[] { "/tim", "/tim/nhanh" })
            Assert.That((await clerk.GetAsync($"{page}?q={Uri.EscapeDataString(text)}")).Html, Does.Contain($"/ho-so/{id}"), $"{page} {text}");

        var other = await host.AsAsync("phong-khac");
        Assert.That((await other.GetAsync("/tim/nhanh?q=doan+thi+thu")).Html, Does.Not.Contain($"/ho-so/{id}"));
        Assert.That((await clerk.GetAsync("/tim/nhanh?q=title")).Html, Does.Not.Contain("/ho-so/"), "The name of a field is nobody's title.");
    }
}
