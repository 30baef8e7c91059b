namespace DynamoGen.Migrations.Tests.Verification;

/// <summary>An attribute value, to be written in various ways.</summary>
/// <param name="Type">S, N, SS, NS, L or M.</param>
/// <param name="Texts">The text, the set's elements, or the names of the members.</param>
/// <param name="Elements">The list's elements, or the members.</param>
internal sealed record StoredValue(string Type, string[] Texts, StoredValue[] Elements)
{
    /// <summary>One text for values that DynamoDB holds equal, and another one for others.</summary>
    public string Canonical() => Type switch
    {
        "L" => $"L[{string.Join(',', Elements.Select(static element => element.Canonical()))}]",
        "M" => $"M[{string.Join(',', Texts.Zip(Elements, static (name, element) => name + element.Canonical()))}]",
        _ => $"{Type}[{string.Join(',', Texts.Order(StringComparer.Ordinal))}]",
    };

    /// <summary>The item, or the members of a map, as JSON: in another order and with other digits where there is something random.</summary>
    public string Text(Random? random)
    {
        var members = Texts.Zip(Elements, (name, element) => $"\"{name}\":{element.Value(random)}").ToArray();
        random?.Shuffle(members);
        return $"{{{string.Join(',', members)}}}";
    }

    /// <summary>The same with one scalar, set, list or map in it changed.</summary>
    public StoredValue Changed(Random random)
    {
        if (Elements.Length > 0)
        {
            var changed = (StoredValue[])Elements.Clone();
            var index = random.Next(changed.Length);
            changed[index] = changed[index].Changed(random);
            return this with { Elements = changed };
        }

        return Type switch
        {
            "M" => this with { Texts = ["new"], Elements = [new StoredValue("S", ["x"], [])] },
            "L" => this with { Elements = [new StoredValue("S", ["x"], [])] },
            _ => this with { Texts = [.. Texts[..^1], "51"] },
        };
    }

    private string Value(Random? random) => Type switch
    {
        "M" => $"{{\"M\":{Text(random)}}}",
        "L" => $"{{\"L\":[{string.Join(',', Elements.Select(element => element.Value(random)))}]}}",
        "S" or "N" => $"{{\"{Type}\":\"{Written(Texts[0], random)}\"}}",
        _ => $"{{\"{Type}\":[{string.Join(',', Shuffled(random).Select(text => $"\"{Written(text, random)}\""))}]}}",
    };

    private string[] Shuffled(Random? random)
    {
        var texts = (string[])Texts.Clone();
        random?.Shuffle(texts);
        return texts;
    }

    private string Written(string text, Random? random) => !Type.StartsWith('N') ? text : random?.Next(4) switch
    {
        0 => $"{text}.0",
        1 => $"{text}e0",
        2 => $"{text}00E-2",
        _ => text,
    };
}
