using DynamoGen.Declarations.Values;
using DynamoGen.Generator.Emission.Source;

namespace DynamoGen.Generator.Emission.Values;

/// <summary>One way in which versions above one and up to another stored a member.</summary>
/// <param name="Member">The member, or the parameter of an upcaster that makes it of several attributes.</param>
/// <param name="Attribute">The attribute that held it.</param>
/// <param name="Above">The version below the first of them.</param>
/// <param name="UpTo">The last of them.</param>
/// <param name="Expression">The C# expression that reads the value and makes it the current one.</param>
internal sealed record StoredVersion(MemberModel Member, string Attribute, int Above, int UpTo, string Expression)
{
    /// <summary>Whether all versions stored it so.</summary>
    public bool IsAlways => Above == 0 && UpTo == int.MaxValue;

    public string Condition => Merge.VersionCondition(Above, UpTo);

    /// <summary>For each version of a member's value: where it was stored, in which versions, and how it becomes the current one.</summary>
    public static IEnumerable<StoredVersion> Of(MemberModel member, ValueReading reading)
    {
        var above = 0;
        for (var i = 0; i < member.Upcasters.Count; i++)
        {
            var upcaster = member.Upcasters[i];
            foreach (var parameter in upcaster.Parameters.ToArray())
            {
                var stored = reading.Member(parameter);
                yield return upcaster.IsMerge
                    ? new StoredVersion(parameter, parameter.Attribute, above, upcaster.From, stored)
                    : new StoredVersion(member, parameter.Attribute, above, upcaster.From, Upcast(member, i, stored));
            }

            above = upcaster.From;
        }

        yield return new StoredVersion(member, member.Attribute, above, int.MaxValue, reading.Member(member));
    }

    /// <summary>The expression that makes a stored value, or several, the current one. Those that merge others make the value anew, and take no part.</summary>
    public static string Upcast(MemberModel member, int first, string stored) => member.Upcasters.Skip(first + 1).Where(next => !next.IsMerge)
        .Aggregate($"{Method(member.Upcasters[first])}({stored})", (value, next) => $"{Method(next)}({value})");

    /// <summary>Those that stored one attribute, in groups of which each holds a version once at the most.</summary>
    public static IReadOnlyList<IReadOnlyList<StoredVersion>> Layers(IEnumerable<StoredVersion> versions)
    {
        var layers = new List<List<StoredVersion>>();
        foreach (var version in versions)
        {
            var layer = layers.FirstOrDefault(layer => layer.TrueForAll(other => other.UpTo <= version.Above || version.UpTo <= other.Above));
            if (layer is null)
            {
                layers.Add(layer = []);
            }

            layer.Add(version);
        }

        return layers;
    }

    private static string Method(UpcasterModel upcaster) =>
        upcaster.DeclaringType is null ? Text.Identifier(upcaster.Method) : $"{upcaster.DeclaringType}.{Text.Identifier(upcaster.Method)}";
}
