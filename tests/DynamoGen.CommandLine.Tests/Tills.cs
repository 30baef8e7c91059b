namespace DynamoGen.CommandLine.Tests;

[Table("tills", SortKey = null)]
[Replica("us-east-1")]
[Replica("eu-west-1")]
[Replica("ap-southeast-1")]
[OneRegion("us-east-1")]
public sealed partial class TillTable;

[Entity<TillTable>]
[Key("TILL#{Id}")]
public sealed partial record Till(int Id, decimal Cash);

[Repository<Till>]
public partial interface ITills
{
    ValueTask<Till?> Get(int id);
}
