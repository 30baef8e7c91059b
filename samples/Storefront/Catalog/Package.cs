using DynamoGen;

namespace Storefront.Catalog;

/// <summary>What a product comes in.</summary>
[Polymorphic(Discriminator = "kind"), DerivedType<Box>("box"), DerivedType<Bottle>("bottle")]
public abstract record Package;

public sealed record Box(double Width, double Height, double Depth) : Package;

public sealed record Bottle(float Litres) : Package;
