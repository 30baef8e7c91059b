namespace DynamoGen.Declarations.Symbols;

/// <summary>Hands out names, each only once: a wanted name that is taken gets a number.</summary>
internal sealed class FreeNames(IEnumerable<string> taken)
{
    private readonly HashSet<string> _taken = new(taken);

    public string Take(string wanted)
    {
        var name = wanted;
        for (var number = 2; !_taken.Add(name); number++)
        {
            name = wanted + number.ToString(System.Globalization.CultureInfo.InvariantCulture);
        }

        return name;
    }
}
