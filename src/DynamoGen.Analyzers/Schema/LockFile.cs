using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace DynamoGen.Analyzers.Schema;

/// <summary>The file <c>dynamogen.lock.json</c> of a project.</summary>
internal sealed class LockFile
{
    public const string Name = "dynamogen.lock.json";

    private readonly string _path;
    private readonly SourceText _text;
    private readonly LockFormatException? _problem;

    private LockFile(string path, SourceText text, bool isOnly)
    {
        (_path, _text) = (path, text);
        try
        {
            Schema = isOnly
                ? LockReader.Read(text.ToString())
                : throw new LockFormatException(0, "the project has another file of that name, and only one can be its lock");
        }
        catch (LockFormatException problem)
        {
            _problem = problem;
        }
    }

    /// <summary>What it holds; null where it cannot be read.</summary>
    public StoredSchema? Schema { get; }

    /// <summary>What is wrong with it, as a clause.</summary>
    public string? Problem => _problem?.Message;

    /// <summary>The line of the problem, from 1.</summary>
    public int Line => _problem is null ? 0 : _text.Lines.GetLinePosition(Math.Min(_problem.Position, _text.Length)).Line + 1;

    /// <summary>The place of the problem, or the beginning.</summary>
    public Location Place
    {
        get
        {
            var span = new TextSpan(Math.Min(_problem?.Position ?? 0, _text.Length), 0);
            return Location.Create(_path, span, _text.Lines.GetLinePositionSpan(span));
        }
    }

    /// <summary>Of the files that a project names, those that are a lock; one that is named twice is one.</summary>
    public static IReadOnlyList<T> Locks<T>(IEnumerable<T> files, Func<T, string> path) =>
        [.. files.Where(file => Is(path(file))).GroupBy(path, StringComparer.OrdinalIgnoreCase).Select(same => same.First())];

    /// <summary>The project's lock, or null if it has none.</summary>
    public static LockFile? Find(IEnumerable<AdditionalText> files, CancellationToken cancellationToken)
    {
        var locks = Locks(files, file => file.Path);
        return locks.FirstOrDefault()?.GetText(cancellationToken) is { } text ? new LockFile(locks[0].Path, text, isOnly: locks.Count == 1) : null;
    }

    private static bool Is(string path) => string.Equals(Path.GetFileName(path), Name, StringComparison.OrdinalIgnoreCase);
}
