namespace NorthwindService.Carts;

/// <summary>A product and how many of it, stored inside of the cart.</summary>
public sealed record CartLine(int ProductId, int Quantity);
