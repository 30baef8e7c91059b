namespace DynamoGen.Declarations.Syntax;

/// <summary>Reads the clauses SET, REMOVE, ADD and DELETE of an update.</summary>
internal sealed class UpdateParser(ExpressionReader reader)
{
    private static readonly string[] Keywords = ["SET", "REMOVE", "ADD", "DELETE"];

    private readonly OperandParser _operands = new(reader);

    public UpdateSyntax? Parse()
    {
        var clauses = new List<ClauseSyntax>();
        while (reader.Current.Kind != ExpressionTokenKind.End)
        {
            if (Clause() is not { } clause)
            {
                return null;
            }

            if (clauses.Any(other => other.Keyword.IsKeyword(clause.Keyword.Text)))
            {
                return reader.Fail<UpdateSyntax>($"has two {clause.Keyword.Text.ToUpperInvariant()} clauses; separate what they do by commas");
            }

            clauses.Add(clause);
        }

        return clauses.Count > 0 ? new UpdateSyntax(clauses) : reader.Fail<UpdateSyntax>("is empty");
    }

    private ClauseSyntax? Clause()
    {
        if (!Keywords.Any(reader.Current.IsKeyword))
        {
            return reader.FailExpecting<ClauseSyntax>("SET, REMOVE, ADD or DELETE");
        }

        var keyword = reader.Take();
        var actions = reader.List(() => Action(keyword));
        return reader.Problem is null ? new ClauseSyntax(keyword, actions) : null;
    }

    private ActionSyntax? Action(ExpressionToken keyword)
    {
        if (reader.Path() is not { } path)
        {
            return null;
        }

        if (keyword.IsKeyword("REMOVE"))
        {
            return new ActionSyntax(path, null);
        }

        if (!keyword.IsKeyword("SET"))
        {
            return _operands.Value() is { } delta ? new ActionSyntax(path, delta) : null;
        }

        reader.ExpectSymbol("=");
        return _operands.Sum() is { } value ? new ActionSyntax(path, value) : null;
    }
}
