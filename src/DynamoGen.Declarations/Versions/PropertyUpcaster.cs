using DynamoGen.Declarations.Values;
using Microsoft.CodeAnalysis;

namespace DynamoGen.Declarations.Versions;

/// <summary>An upcaster of a property, as it is declared.</summary>
/// <param name="Property">The property's name.</param>
/// <param name="Model">What generated code knows of it.</param>
/// <param name="Method">The method.</param>
internal sealed record PropertyUpcaster(string Property, UpcasterModel Model, IMethodSymbol Method);
