namespace DynamoGen.Schema;

/// <summary>A vector index as its <see cref="VectorIndexAttribute"/> declares it.</summary>
/// <param name="Name">The index's name.</param>
/// <param name="Attribute">The attribute that holds the vector.</param>
/// <param name="Dimensions">How many numbers a vector has.</param>
/// <param name="Distance">How near two vectors are.</param>
public sealed record VectorIndexSchema(string Name, string Attribute, int Dimensions, VectorDistance Distance);
