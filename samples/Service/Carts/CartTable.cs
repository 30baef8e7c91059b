using DynamoGen;

namespace NorthwindService.Carts;

/// <summary>What may be lost at any time, and is deleted by DynamoDB itself when its time has come.</summary>
[Table("carts", Purpose = TablePurpose.Cache, TimeToLive = "expires")]
public sealed partial class CartTable;
