using System.Text;
using DynamoGen.Cli.Adoption.Names;

namespace DynamoGen.Cli.Adoption.Writing;

/// <summary>Lines of C#, with what is not certain of them above.</summary>
internal sealed class SourceWriter
{
    private readonly StringBuilder _text = new();

    public SourceWriter Line(string line = "")
    {
        _text.Append(line).Append('\n');
        return this;
    }

    /// <summary>Comments on what follows.</summary>
    public SourceWriter Unsure(IEnumerable<string> doubts, string indent = "")
    {
        foreach (var doubt in doubts)
        {
            Line($"{indent}// unsure: {Naming.Comment(doubt)}");
        }

        return this;
    }

    public override string ToString() => _text.ToString();
}
