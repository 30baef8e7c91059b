using DynamoGen.Analyzers.Expressions;

namespace DynamoGen.Analyzers.Tests.Expressions;

public sealed class DynamoExpressionTests
{
    [Theory]
    [InlineData("a = :a AND NOT (b.c[0].#d <> :b OR size(e) BETWEEN :x AND :y)", "a b.c.#d e")]
    [InlineData("attribute_type(a, :t) and a in (:x, :y , b)", "a a b")]
    [InlineData("a<:a OR b<=:b OR c>:c OR d>=:d OR e<>:e", "a b c d e")]
    public void Finds_the_paths_of_a_condition(string text, string paths) => Check(text, ExpressionKind.Condition, paths);

    [Theory]
    [InlineData("SET a = :a, b.c = if_not_exists(b.c, :z) + :one, d[1] = list_append(:l, d) REMOVE e, f[2] ADD g :g DELETE h :h", "a b.c b.c d d e f g h")]
    [InlineData("remove a set b=(c - :d)", "a b c")]
    public void Finds_the_paths_of_an_update(string text, string paths) => Check(text, ExpressionKind.Update, paths);

    [Fact]
    public void Finds_the_paths_of_a_projection() => Check("a, b.#c , d[0][1].e", ExpressionKind.Projection, "a b.#c d.e");

    [Theory]
    [InlineData("a = ", "Filter")]
    [InlineData("a = :a AND", "Filter")]
    [InlineData("a", "Filter")]
    [InlineData("a = :a b", "Filter")]
    [InlineData("a-b = :a", "Filter")]
    [InlineData("a = 'text'", "Filter")]
    [InlineData("a = 1", "Filter")]
    [InlineData("(a = :a", "Filter")]
    [InlineData("# = :", "Filter")]
    [InlineData("f(", "Filter")]
    [InlineData("", "Update")]
    [InlineData("a = :a", "Update")]
    [InlineData("SET a", "Update")]
    [InlineData("ADD a b", "Update")]
    [InlineData("a,", "Projection")]
    [InlineData("a[x]", "Projection")]
    public void Does_not_accept_what_is_none(string text, string kind)
    {
        var expression = DynamoExpression.Parse(text, Enum.Parse<ExpressionKind>(kind));
        Assert.False(expression.IsValid);
        Assert.Null(expression.Condition);
    }

    [Theory]
    [InlineData('(')]
    [InlineData('[')]
    [InlineData('a')]
    [InlineData('#')]
    public void Survives_a_hundred_thousand_of_anything(char character)
    {
        var text = new string(character, 100_000);
        Assert.All(Enum.GetValues<ExpressionKind>(), kind => Assert.NotEmpty(DynamoExpression.Parse(text, kind).Tokens));
        Assert.False(DynamoExpression.Parse(string.Concat(Enumerable.Repeat("NOT ", 100_000)), ExpressionKind.Filter).IsValid);
        Assert.False(DynamoExpression.Parse(string.Concat(Enumerable.Repeat("f(", 100_000)), ExpressionKind.Filter).IsValid);
    }

    [Fact]
    public void Survives_every_cut_of_an_expression()
    {
        const string Text = "SET a.b[1] = if_not_exists(#c, :d) + :e REMOVE f ADD g :h AND (NOT i IN (:j, :k) OR l BETWEEN :m AND :n)";
        foreach (var kind in Enum.GetValues<ExpressionKind>())
        {
            for (var start = 0; start < Text.Length; start++)
            {
                Assert.Equal(kind, DynamoExpression.Parse(Text[start..], kind).Kind);
                Assert.Equal(kind, DynamoExpression.Parse(Text[..start], kind).Kind);
            }
        }
    }

    private static void Check(string text, ExpressionKind kind, string paths)
    {
        var expression = DynamoExpression.Parse(text, kind);
        Assert.True(expression.IsValid);
        Assert.Equal(paths.Split(' '), expression.Paths.Select(path => string.Join('.', path.Names.Select(name => name.Text))));
    }
}
