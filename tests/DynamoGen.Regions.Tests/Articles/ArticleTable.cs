namespace DynamoGen.Regions.Tests.Articles;

/// <summary>Articles, which every region writes.</summary>
[Table("articles", Stream = StreamView.NewAndOldImages)]
[Replica("us-east-1")]
[Replica("eu-west-1")]
[Replica("ap-southeast-1")]
[AnyRegion]
public sealed partial class ArticleTable;
