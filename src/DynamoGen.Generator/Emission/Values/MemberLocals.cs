using DynamoGen.Declarations.Symbols;
using DynamoGen.Declarations.Values;

namespace DynamoGen.Generator.Emission.Values;

/// <summary>
/// The local variables that stand for the members of an object, and for what upcasters make them of. Two members may differ in case alone, and must not
/// share one.
/// </summary>
internal sealed class MemberLocals
{
    private readonly Dictionary<string, string> _names = [];

    public MemberLocals(ObjectValue type)
    {
        var free = new FreeNames([]);
        foreach (var member in type.Members)
        {
            _names.Add(member.Property, free.Take(Identifiers.Camel(member.Property)));
        }

        foreach (var parameter in type.Members.SelectMany(member => member.Upcasters).Where(upcaster => upcaster.IsMerge)
            .SelectMany(upcaster => upcaster.Parameters))
        {
            _names.Add(parameter.Property, free.Take(Identifiers.Camel(parameter.Property.Replace('.', '_'))));
        }
    }

    /// <summary>The variable of the member's value.</summary>
    public string Value(MemberModel member) => _names[member.Property] + "Value";

    /// <summary>The variable that tells whether the attribute was there.</summary>
    public string Found(MemberModel member) => _names[member.Property] + "Found";
}
