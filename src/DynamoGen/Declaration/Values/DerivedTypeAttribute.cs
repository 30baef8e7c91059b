namespace DynamoGen;

/// <summary>Names one of the types that a type marked with <see cref="PolymorphicAttribute"/> is stored as.</summary>
/// <typeparam name="TDerived">A type that derives from the marked one, or the marked one itself where it is not abstract.</typeparam>
/// <param name="name">What the discriminator holds for it, which no other of them may have.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Interface, AllowMultiple = true)]
public sealed class DerivedTypeAttribute<TDerived>(string name) : Attribute
{
    /// <summary>What the discriminator holds.</summary>
    public string Name { get; } = name;
}
