namespace NorthwindService.Orders;

/// <summary>What is told of an order when it leaves the house.</summary>
public sealed record Shipment(DateOnly ShippedOn);
