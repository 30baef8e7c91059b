namespace DynamoGen.Tests.Patterns;

/// <summary>Two of its indexes share their sort key, and a local one has the partition key of the table.</summary>
[Table("twins")]
[LocalIndex("local", SortKey = "lsk")]
[GlobalIndex("one", PartitionKey = "pk1", SortKey = "shared")]
[GlobalIndex("two", PartitionKey = "pk2", SortKey = "shared")]
public sealed partial class TwinTable;

[Entity<TwinTable>]
[Key("TWIN#{Id}", "TWIN")]
[Key("local", "TWIN#{Id}", "{Note}")]
[Key("one", "ONE#{Group}", "{Id}")]
[Key("two", "TWO#{Id}", "{Id}")]
public sealed partial record Twin(int Id, string? Group, string? Note);

[Patch<Twin>]
public sealed partial record TwinPatch;

[Repository<Twin>]
public partial interface ITwins
{
    ValueTask Put(Twin twin);

    ValueTask<Twin> Update(int id, TwinPatch patch);

    [Update("SET Note = {note}")]
    ValueTask<Twin> UpdateNote(int id, string note);

    [Index("local")]
    ValueTask<long> CountNoted(int id);

    [Index("one")]
    ValueTask<long> CountOne(string group);

    [Index("two")]
    ValueTask<long> CountTwo(int id);
}
