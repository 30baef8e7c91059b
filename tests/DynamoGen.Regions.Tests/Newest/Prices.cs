namespace DynamoGen.Regions.Tests.Newest;

/// <summary>Prices, which one region writes.</summary>
[Table("prices", Stream = StreamView.NewAndOldImages)]
[Replica("us-east-1")]
[Replica("eu-west-1")]
[Replica("ap-southeast-1")]
[OneRegion("us-east-1")]
public sealed partial class PriceTable;

/// <summary>The price of something.</summary>
[Entity<PriceTable>]
[Key("PRICE#{Id}", "PRICE")]
public sealed partial record Price(int Id, int Cents);

[Repository<Price>]
public partial interface IPrices
{
    ValueTask<Price?> Get(int id);

    [ReadNewest]
    ValueTask<Price?> GetNewest(int id);

    ValueTask Put(Price price);
}
