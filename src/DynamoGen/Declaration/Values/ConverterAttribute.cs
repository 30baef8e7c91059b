using DynamoGen.Serialization;

namespace DynamoGen;

/// <summary>
/// Stores a type by way of another one: on the type wherever it is used, on a property there alone. In a collection it applies to the elements.
/// </summary>
/// <typeparam name="TConverter">A type that implements <see cref="IAttributeConverter{TValue, TStored}"/> for the type to be stored.</typeparam>
[AttributeUsage(
    AttributeTargets.Property | AttributeTargets.Parameter
    | AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Enum | AttributeTargets.Interface)]
public sealed class ConverterAttribute<TConverter> : Attribute;
