namespace DynamoGen;

/// <summary>
/// Stores a class, record or interface as one of the types that derive from it: a Map that names the type in one attribute, the discriminator. Each
/// type is named by a <see cref="DerivedTypeAttribute{TDerived}"/> beside this attribute; any other is refused when it is written, one that
/// derives from a named one and is not named itself too, and an unknown name is an error when it is read.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Interface)]
public sealed class PolymorphicAttribute : Attribute
{
    /// <summary>The attribute of the Map that names the type: by default <c>_t</c>.</summary>
    public string Discriminator { get; init; } = "_t";
}
