using DynamoGen;

namespace OrderStreams.Sales;

/// <summary>The table, whose stream tells every change with the item before and after it.</summary>
[Table("orders", Stream = StreamView.NewAndOldImages)]
public sealed partial class OrdersTable;
