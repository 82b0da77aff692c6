using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.OneStop.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HaiDuong.Licensing.OneStop.Storage.Mappings;

/// <summary>What was typed and not sent; it goes with its account and its dossier.</summary>
public sealed class KeptFormMapping : IEntityTypeConfiguration<KeptForm>
{
    public void Configure(EntityTypeBuilder<KeptForm> builder)
    {
        builder.ToTable("kept_forms");
        builder.HasKey(form => new { form.AccountId, form.Address });
        builder.Property(form => form.Fields).IsJson();
        builder.HasOne<Account>().WithMany().HasForeignKey(form => form.AccountId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Dossier>().WithMany().HasForeignKey(form => form.DossierId).OnDelete(DeleteBehavior.Cascade);
    }
}
