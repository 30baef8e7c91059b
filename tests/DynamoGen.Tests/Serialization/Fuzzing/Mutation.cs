namespace DynamoGen.Tests.Serialization.Fuzzing;

/// <summary>Makes a sound text wrong, in one to four steps.</summary>
internal static class Mutation
{
    private const int MostSteps = 4;

    public static byte[] Of(CorpusEntry entry, Random random)
    {
        var steps = random.Next(1, MostSteps + 1);
        var json = entry.Json;
        if (random.Next(2) == 0)
        {
            var tree = entry.Tree.Clone();
            for (; steps > 1; steps--)
            {
                TreeMutation.Apply(tree, random);
            }

            TreeMutation.Apply(tree, random);
            json = tree.ToUtf8();
            steps = random.Next(3) == 0 ? 1 : 0;
        }

        for (; steps > 0; steps--)
        {
            json = ByteMutation.Apply(json, random);
        }

        return json;
    }
}
