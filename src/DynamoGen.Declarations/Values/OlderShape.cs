using DynamoGen.Declarations.Symbols;

namespace DynamoGen.Declarations.Values;

/// <summary>A version whose items are read as a whole, by a shape of their own.</summary>
/// <param name="From">The version.</param>
/// <param name="Method">The upcaster, a static method of the entity.</param>
/// <param name="Stored">What the items hold.</param>
/// <param name="YieldsEntity">Whether the upcaster yields the entity, and not what the next one takes.</param>
/// <param name="Kept">The entity's properties that the upcasters do no more than rename.</param>
internal sealed record OlderShape(int From, string Method, ObjectValue Stored, bool YieldsEntity, EquatableArray<KeptMember> Kept);

/// <summary>A property of the entity whose value an older version stored as it is stored now.</summary>
/// <param name="Property">The property.</param>
/// <param name="Attribute">The attribute that held it.</param>
internal sealed record KeptMember(string Property, string Attribute);
