using DynamoGen;

namespace OrderFunction.Sales;

[Table("orders", Stream = StreamView.NewAndOldImages)]
public sealed partial class OrdersTable;
