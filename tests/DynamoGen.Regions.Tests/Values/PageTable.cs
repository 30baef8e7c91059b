namespace DynamoGen.Regions.Tests.Values;

/// <summary>Pages, which every region counts the views of.</summary>
[Table("pages", Stream = StreamView.NewAndOldImages)]
[Replica("us-east-1")]
[Replica("eu-west-1")]
[Replica("ap-southeast-1")]
[AnyRegion]
public sealed partial class PageTable;
