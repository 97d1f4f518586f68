from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("desk", "0002_signin")]

    operations = [
        migrations.CreateModel(
            name="WrongTries",
            fields=[
                ("key", models.CharField(max_length=64, primary_key=True, serialize=False)),
                ("count", models.PositiveIntegerField(default=0)),
                ("next_at", models.DateTimeField()),
            ],
        ),
    ]
