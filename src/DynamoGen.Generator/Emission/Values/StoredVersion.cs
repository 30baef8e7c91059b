using DynamoGen.Declarations.Values;
using DynamoGen.Generator.Emission.Source;

namespace DynamoGen.Generator.Emission.Values;

/// <summary>One way in which versions above one and up to another stored a member.</summary>
/// <param name="Member">The member.</param>
/// <param name="Attribute">The attribute that held it.</param>
/// <param name="Above">The version below the first of them.</param>
/// <param name="UpTo">The last of them.</param>
/// <param name="Expression">The C# expression that reads the value and makes it the current one.</param>
internal sealed record StoredVersion(MemberModel Member, string Attribute, int Above, int UpTo, string Expression)
{
    /// <summary>Whether all versions stored it so.</summary>
    public bool IsAlways => Above == 0 && UpTo == int.MaxValue;

    public string Condition => (Above, UpTo) switch
    {
        (0, _) => $"version <= {Text.Number(UpTo)}",
        (_, int.MaxValue) => $"version > {Text.Number(Above)}",
        _ => $"version > {Text.Number(Above)} && version <= {Text.Number(UpTo)}",
    };

    /// <summary>For each version of a member's value: where it was stored, in which versions, and how it becomes the current one.</summary>
    public static IEnumerable<StoredVersion> Of(MemberModel member, ValueReading reading)
    {
        var above = 0;
        for (var i = 0; i < member.Upcasters.Count; i++)
        {
            var upcaster = member.Upcasters[i];
            var expression = member.Upcasters.Skip(i).Aggregate(reading.Value(upcaster.Stored), (stored, next) => $"{Method(next)}({stored})");
            yield return new StoredVersion(member, upcaster.Attribute, above, upcaster.From, expression);
            above = upcaster.From;
        }

        yield return new StoredVersion(member, member.Attribute, above, int.MaxValue, reading.Value(member.Value));
    }

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
