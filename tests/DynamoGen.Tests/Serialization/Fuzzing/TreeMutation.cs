namespace DynamoGen.Tests.Serialization.Fuzzing;

/// <summary>Mutations of members, elements and values, after which the text is mostly still JSON.</summary>
internal static class TreeMutation
{
    public static void Apply(JsonTree tree, Random random)
    {
        var chosen = Pick(tree.All(), random);
        if (chosen.Members is { Count: > 0 } members)
        {
            ChangeMembers(members, random);
        }
        else if (chosen.Elements is { Count: > 0 } elements)
        {
            ChangeElements(elements, random);
        }
        else if (chosen.Raw is not null)
        {
            chosen.Raw = random.Next(6) switch
            {
                0 => HostileText.Pick(HostileText.Values, random),
                1 or 2 => $"\"{HostileText.Pick(HostileText.Numbers, random)}\"",
                3 => $"{chosen.Raw.TrimEnd('"')}{HostileText.Pick(HostileText.Texts, random)}\"",
                _ => $"\"{HostileText.Pick(HostileText.Texts, random)}\"",
            };
        }
    }

    private static void ChangeMembers(List<(string Name, JsonTree Value)> members, Random random)
    {
        var index = random.Next(members.Count);
        var (name, value) = members[index];
        switch (random.Next(8))
        {
            case 0:
                members.RemoveAt(index);
                break;
            case 1:
                members.Insert(random.Next(members.Count + 1), (name, value.Clone()));
                break;
            case 2:
                var other = random.Next(members.Count);
                (members[index], members[other]) = (members[other], members[index]);
                break;
            case 3:
                members[index] = ($"\"{HostileText.Pick(HostileText.Descriptors, random)}\"", value);
                break;
            case 4:
                members[index] = ($"{name.TrimEnd('"')}{HostileText.Pick(HostileText.Texts, random)}\"", value);
                break;
            case 5:
                members[index] = (name, Pick(Pick(Corpus.All, random).Values, random).Clone());
                break;
            case 6:
                var foreign = Pick(Pick(Corpus.All, random).Members, random);
                members.Add((foreign.Name, foreign.Value.Clone()));
                break;
            default:
                (members[index], members[random.Next(members.Count)]) = ((name, members[random.Next(members.Count)].Value.Clone()), members[index]);
                break;
        }
    }

    private static void ChangeElements(List<JsonTree> elements, Random random)
    {
        var index = random.Next(elements.Count);
        switch (random.Next(4))
        {
            case 0:
                elements.RemoveAt(index);
                break;
            case 1:
                elements.Insert(index, elements[random.Next(elements.Count)].Clone());
                break;
            case 2:
                elements[index] = Pick(Pick(Corpus.All, random).Values, random).Clone();
                break;
            default:
                var other = random.Next(elements.Count);
                (elements[index], elements[other]) = (elements[other], elements[index]);
                break;
        }
    }

    private static T Pick<T>(IReadOnlyList<T> choices, Random random) => choices[random.Next(choices.Count)];
}
