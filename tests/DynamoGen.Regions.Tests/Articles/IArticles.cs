namespace DynamoGen.Regions.Tests.Articles;

[Repository<Article>]
public partial interface IArticles
{
    ValueTask<Article?> Get(int id);

    ValueTask<Article> Put(Article article);

    [Update("SET Text = {text}")]
    ValueTask<Article> Update(int id, string text);

    [Update("SET Text = {text}")]
    ValueTask<Article> Upsert(int id, string text);

    [Condition("Mark = {mark}")]
    ValueTask<bool> Replace(Article article, string mark);
}
