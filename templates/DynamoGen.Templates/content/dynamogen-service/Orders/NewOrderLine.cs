namespace Service._1.Orders;

/// <summary>A line as a client sends it.</summary>
public sealed record NewOrderLine(string Product, int Quantity);
