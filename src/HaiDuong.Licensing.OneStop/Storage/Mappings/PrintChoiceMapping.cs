using HaiDuong.Licensing.OneStop.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HaiDuong.Licensing.OneStop.Storage.Mappings;

/// <summary>What somebody chose to print goes with their account.</summary>
public sealed class PrintChoiceMapping : IEntityTypeConfiguration<PrintChoice>
{
    public void Configure(EntityTypeBuilder<PrintChoice> builder)
    {
        builder.ToTable("print_choices");
        builder.Property(choice => choice.Id).ValueGeneratedNever();
        builder.HasOne<Account>().WithMany().HasForeignKey(choice => choice.AccountId).OnDelete(DeleteBehavior.Cascade);
    }
}
