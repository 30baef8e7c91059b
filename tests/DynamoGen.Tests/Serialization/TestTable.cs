namespace DynamoGen.Tests.Serialization;

[Table("tests")]
[GlobalIndex("gsi1", PartitionKey = "gsi1pk", SortKey = "gsi1sk")]
public sealed partial class TestTable;
