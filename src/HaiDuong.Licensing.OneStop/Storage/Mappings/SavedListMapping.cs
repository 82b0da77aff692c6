using HaiDuong.Licensing.OneStop.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HaiDuong.Licensing.OneStop.Storage.Mappings;

/// <summary>Lists that somebody saved; they go with their account.</summary>
public sealed class SavedListMapping : IEntityTypeConfiguration<SavedList>
{
    public void Configure(EntityTypeBuilder<SavedList> builder)
    {
        builder.ToTable("saved_lists");
        builder.Property(list => list.Id).ValueGeneratedNever();
        builder.HasOne<Account>().WithMany().HasForeignKey(list => list.OwnerId).OnDelete(DeleteBehavior.Cascade);
    }
}
